read -r line
echo '{"version":1,"implements":["alternatingSum"]}'
read -r line
sleep 98765
