/**
 * WeChat's open APIs, none of which are stood in for yet: every call is answered as WeChat answers one it does not know.
 * The answer is the protobuf `CommOpenApiResp` with the field `errorCode` (3, int32).
 */
export const answerOpenApi = (_body: Buffer, _contentType: string): Buffer => {
  // -604100: API not found. A negative int32 is a ten-byte varint.
  const bytes = [0x18]
  for (let value = BigInt.asUintN(64, BigInt(-604100)); ; value >>= 7n) {
    const low = Number(value & 0x7fn)
    if (value < 0x80n) {
      bytes.push(low)
      return Buffer.from(bytes)
    }
    bytes.push(low | 0x80)
  }
}
