### What only a terminal says.

terminal-hello = Escribe el número de una opción, o un texto. /help muestra los comandos, @foto.jpg envía una imagen o un archivo, Ctrl-D termina. Una \ delante de una línea la deja como simple texto; al final, la línea siguiente forma parte de ella.
terminal-file = 📎 Guardado: { $path }
terminal-unsaved = No se pudo guardar el archivo en { $path }.
terminal-bye = Hasta pronto.
