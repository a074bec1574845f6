"""Parts that know no window, player, file or database."""
