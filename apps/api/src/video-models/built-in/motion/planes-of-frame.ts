/** How a frame looks at what was painted. */
export interface Camera {
  /** Of the frame. */
  readonly width: number
  readonly height: number
  /** Painted pixels for one of the frame. */
  readonly step: number
  /** The painted place of the frame's left and top edges. */
  readonly left: number
  readonly top: number
}

/** The three planes of a frame, with what divides their sides and where their bytes begin. */
export function planesOf(bytes: Uint8Array, { width, height }: Pick<Camera, 'width' | 'height'>) {
  const luma = width * height
  return [
    { name: 'y', divisor: 1, bytes, offset: 0, stride: width },
    { name: 'u', divisor: 2, bytes, offset: luma, stride: width / 2 },
    { name: 'v', divisor: 2, bytes, offset: luma + luma / 4, stride: width / 2 },
  ] as const
}
