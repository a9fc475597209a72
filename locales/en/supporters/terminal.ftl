### What only a terminal says.

terminal-hello = Type the number of a choice, or write. /help lists the commands, @picture.jpg sends a picture or a file, Ctrl-D ends. A \ before a line makes it plain text; at its end, the next line belongs to it.
terminal-file = 📎 Saved: { $path }
terminal-unsaved = The file could not be saved in { $path }.
terminal-bye = Goodbye.
