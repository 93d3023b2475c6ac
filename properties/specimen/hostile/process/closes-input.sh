read -r line
exec <&-
echo '{"version":1,"implements":["alternatingSum"]}'
sleep 98765
