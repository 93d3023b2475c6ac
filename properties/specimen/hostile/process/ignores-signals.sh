read -r line
echo '{"version":1,"implements":["alternatingSum"]}'
trap "" TERM INT HUP
while :; do sleep 98765; done
