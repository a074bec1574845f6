"""One massage from Get ready to Enough: what each screen's wishes mean."""
