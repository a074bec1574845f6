"""What is put on paper: leaflets as values, laid out on A4 or Letter, to a file or a printer."""
