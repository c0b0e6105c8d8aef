import type { Generated } from 'kysely';

interface MappingColumns {
  bank_code: string;
  name: string;
  header_key: string;
  titles: string;
  mapping: string;
  saved_at: string;
  saved_by: string;
}

export interface TableMappingTable extends MappingColumns {
  id: string;
  retired_at: string | null;
  version: Generated<number>;
}

export interface TableMappingVersionTable extends MappingColumns {
  mapping_id: string;
  version: number;
}

export interface BankFileMappingTable {
  file_id: string;
  mapping_id: string;
  version: number;
}
