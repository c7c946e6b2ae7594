"""The whole desk at the size of an archive, page by page and act by act, against a floor."""
