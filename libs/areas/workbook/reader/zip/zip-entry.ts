/** A file in an archive, as the archive's directory tells of it. */
export interface ZipEntry {
  readonly name: string;
  /** How its bytes are stored: 0 as they are, 8 deflated. */
  readonly method: number;
  readonly encrypted: boolean;
  /** CRC-32 of its bytes. */
  readonly checksum: number;
  /** In bytes, as it lies in the archive. */
  readonly packed: number;
  /** In bytes, once unpacked. */
  readonly unpacked: number;
  /** Where its own header begins in the archive. */
  readonly at: number;
}
