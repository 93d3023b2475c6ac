read -r line
echo '{"version":1,"implements":["alternatingSum"],"format":"float16"}'
