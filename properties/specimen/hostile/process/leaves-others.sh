read -r line
echo '{"version":1,"implements":["alternatingSum"]}'
sleep 98765 &
sleep 98765 > /dev/null &
read -r line
exit 0
