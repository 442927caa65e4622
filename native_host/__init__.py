"""The native messaging host: a relay of frames between a browser and the companion. Standard library only."""
