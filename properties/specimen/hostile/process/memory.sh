read -r line
echo '{"version":1,"implements":["alternatingSum"]}'
read -r line
held=0123456789abcdef
while :; do held=$held$held; done
