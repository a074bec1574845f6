"""What can be asked for on the command line; each module has add_parser and run."""
