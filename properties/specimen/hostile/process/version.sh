read -r line
echo '{"version":2,"implements":["alternatingSum"]}'
