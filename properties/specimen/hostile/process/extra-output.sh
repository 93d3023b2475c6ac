read -r line
echo '{"version":1,"implements":["alternatingSum"]}'
read -r line
echo '{"id":1,"result":0}'
echo thanks
read -r line
echo '{"id":2,"result":0}'
read -r line
