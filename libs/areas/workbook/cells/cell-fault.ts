/** Why a cell cannot be taken, in words. */
export class CellFault {
  constructor(
    readonly rule: string,
    readonly fix: string,
  ) {}
}
