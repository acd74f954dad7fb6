import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DecidedRows } from '#areas/workbook/index.js';

/** What a group's rows of a moment come to, with the versions that its streams stand at. */
export interface Waiting extends DecidedRows {
  readonly expectedVersions: ReadonlyMap<string, number>;
}

interface Place {
  readonly moment: number;
  readonly group: number;
  fetch(): Promise<Waiting>;
}

/**
 * Entries that wait for their moment. They are decided contract by contract and recorded moment by moment; in between
 * they lie in files of a temporary folder, so that memory holds one group of contracts however large the ledger.
 */
export class WaitingRoom {
  private readonly places: Place[] = [];

  private constructor(private readonly folder: string) {}

  static async open(): Promise<WaitingRoom> {
    return new WaitingRoom(await mkdtemp(join(tmpdir(), 'svl-generate-')));
  }

  get count(): number {
    return this.places.length;
  }

  async put(moment: number, group: number, { events, references, expectedVersions }: Waiting): Promise<void> {
    const file = join(this.folder, `${moment}-${group}.json`);
    await writeFile(file, JSON.stringify([events, references, [...expectedVersions]]));
    const fetch = async (): Promise<Waiting> => {
      const [events, references, versions] = JSON.parse(await readFile(file, 'utf8')) as [Waiting['events'], Waiting['references'], [string, number][]];
      await rm(file);
      return { events, references, expectedVersions: new Map(versions) };
    };
    this.places.push({ moment, group, fetch });
  }

  /** Moment by moment; within each, group by group. */
  inOrder(): readonly Place[] {
    return this.places.toSorted((a, b) => a.moment - b.moment || a.group - b.group);
  }

  async close(): Promise<void> {
    await rm(this.folder, { recursive: true, force: true });
  }
}
