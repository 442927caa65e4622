"""The companion's service: HTTP routes, the native stream, events, access control, the process's life."""
