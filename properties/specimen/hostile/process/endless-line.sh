read -r line
echo '{"version":1,"implements":["alternatingSum"]}'
read -r line
tr "\\000" x < /dev/zero
