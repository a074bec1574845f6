"""What lies around a massage: how the program looks, what there is to play, what is remembered."""
