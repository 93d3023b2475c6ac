read -r line
echo '{"version":1,"implements":["alternatingSum"]}'
read -r line
printf '%s\n%s\n' '{"id":1,"result":0}' thanks
read -r line
echo '{"id":2,"result":0}'
read -r line
