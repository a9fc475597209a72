### What only a terminal says.

terminal-hello = Tapez le numéro d’un choix, ou écrivez. /help donne les commandes, @photo.jpg envoie une image ou un fichier, Ctrl-D termine. Un \ devant une ligne en fait du simple texte ; à sa fin, la ligne suivante en fait partie.
terminal-file = 📎 Enregistré : { $path }
terminal-unsaved = Le fichier n’a pas pu être enregistré dans { $path }.
terminal-bye = Au revoir.
