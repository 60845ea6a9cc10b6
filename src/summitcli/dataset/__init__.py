"""Files of a dataset, read and checked, turned into the record types."""

from summitcli.dataset.load import inspect, load

__all__ = ["inspect", "load"]
