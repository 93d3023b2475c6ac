read -r line
echo '{"version":1}'
