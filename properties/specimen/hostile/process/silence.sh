read -r line
echo '{"version":1,"implements":["alternatingSum"]}'
sleep 98765
