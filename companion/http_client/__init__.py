"""The parts of `companion.client.APIClient`: the connection, and the operations by subject."""
