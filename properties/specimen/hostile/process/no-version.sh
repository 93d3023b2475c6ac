read -r line
echo '{"implements":["alternatingSum"]}'
