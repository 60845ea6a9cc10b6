"""The static web site of a dataset: pages, lists, pictures, search and files to download."""
