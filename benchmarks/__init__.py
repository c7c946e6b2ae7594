"""How fast the desk is, on invented data of any size; `./desk bench` runs these."""
