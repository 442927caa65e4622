"""What can go wrong in the store, told so that the caller knows what to do."""


class StoreError(Exception):
    """The store could not do what was asked; nothing of the transaction is kept."""


class StoreBusyError(StoreError):
    """Another program holds the database; try again in a few seconds."""


class DiskFullError(StoreError):
    """The disk is full: free some space, then try again."""


class StoreClosedError(StoreError):
    """The companion is stopping."""


class EpochError(StoreError):
    """The database was replaced while the companion ran; restart the companion."""


class NewerDatabaseError(StoreError):
    """The database was written by a newer version of ApplyOnce."""


class DamagedDatabaseError(StoreError):
    """The database is damaged and no backup could take its place."""
