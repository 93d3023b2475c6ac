read -r line
echo '{"version":1,"implements":["alternatingSum"]}'
for id in $(seq 49); do
  read -r line
  echo "{\"id\":$id,\"result\":0}"
done
read -r line
kill -SEGV $$
