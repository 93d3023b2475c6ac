// The bytes of an ONNX model of softmax attention: MatMul(Softmax(Gemm(q, k^T)), v). Field numbers are those of onnx.proto3.

/** Element types of tensors, onnx.proto3 TensorProto.DataType. */
const ELEMENT = { binary32: 1, binary64: 11 };

const integer = (field, value) => Buffer.concat([varint(field << 3), varint(value)]);
const bytes = (field, content) => Buffer.concat([varint((field << 3) | 2), varint(content.length), content]);
const text = (field, value) => bytes(field, Buffer.from(value));
const message = (field, ...parts) => bytes(field, Buffer.concat(parts));

/** softmax(q k^T) v for fixed sizes, opset 13. */
export function attentionModel({ n, m, dk, dv, format }) {
  const graph = message(
    7,
    node('Gemm', ['q', 'k'], 's', message(5, text(1, 'transB'), integer(3, 1), integer(20, 2))),
    node('Softmax', ['s'], 'w'),
    node('MatMul', ['w', 'v'], 'y'),
    text(2, 'attention'),
    tensor(11, 'q', [n, dk], format),
    tensor(11, 'k', [m, dk], format),
    tensor(11, 'v', [m, dv], format),
    tensor(12, 'y', [n, dv], format),
  );
  return Buffer.concat([integer(1, 8), graph, message(8, text(1, ''), integer(2, 13))]);
}

function node(operator, inputs, output, ...attributes) {
  return message(
    1,
    ...inputs.map((name) => text(1, name)),
    text(2, output),
    text(4, operator),
    ...attributes,
  );
}

function tensor(field, name, sizes, format) {
  const shape = message(2, ...sizes.map((size) => message(1, integer(1, size))));
  return message(field, text(1, name), message(2, message(1, integer(1, ELEMENT[format]), shape)));
}

function varint(value) {
  const parts = [];
  let rest = value;
  for (; rest > 127; rest >>>= 7) parts.push((rest & 127) | 128);
  return Buffer.from([...parts, rest]);
}
