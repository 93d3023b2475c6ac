read -r line
echo '{"version":1,"implements":["alternatingSum"]}'
read -r line
echo '{"id":1}'
