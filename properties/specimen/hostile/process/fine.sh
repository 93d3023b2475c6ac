echo noise >&2
sleep 0.05
read -r line
printf '\r\n  {"extra":{},"implements":["alternatingSum","unknown"],"implementation":{"language":"sh","name":"fine"},\t"version":1.0}\r\n\n'
read -r line
printf ' {"took":1,"result":"-Infinity","id":1,"error":null}\r\n\n'
read -r line
echo '{"id":2,"skipped":"too large"}'
read -r line
echo '{"id":3,"error":"no\\u001b[31m"}'
read -r line
