# About this locale itself, for the program.

# Where most of this language's speakers are, the likeliest first (ISO 3166-1 codes).
likely-countries = EG DZ SD IQ MA SA
