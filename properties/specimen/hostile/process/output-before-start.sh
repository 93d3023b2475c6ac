echo 'loading weights'
read -r line
echo '{"version":1,"implements":["alternatingSum"]}'
