/** Whether a text names a file and nothing else: no folder, no way upwards, no hidden file. */
export function plainFileName(name: string): boolean {
  return name !== '' && !/[/\\\u0000]/.test(name) && !name.startsWith('.');
}
