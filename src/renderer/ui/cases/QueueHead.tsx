import type { ReactNode } from 'react';
import { Button as AriaButton, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import { useT } from '../../lib/i18n/use-t.ts';
import type { ExportRequest } from '../../lib/use-export.ts';
import { Button } from '../Button.tsx';
import { Checkbox, Select, type Option } from '../Choices.tsx';
import { ExportButton } from '../ExportButton.tsx';
import { SearchField } from '../Fields.tsx';
import { Icon } from '../Icon.tsx';
import { FacetChip, Pills, type TabItem } from '../Tabs.tsx';
import './queue.css';

export interface FilterGroup {
  readonly id: string;
  readonly label: string;
  readonly options: readonly Option<string>[];
  readonly selected: readonly string[];
  readonly onChange: (selected: string[]) => void;
}

export interface SortChoice {
  readonly options: readonly Option<string>[];
  readonly selected: string;
  readonly onChange: (sort: string) => void;
}

/** What stands over a queue: saved views with their counts, the search, what is filtered, and how it is sorted. */
export function QueueHead<View extends string>({
  views,
  view,
  onView,
  search,
  onSearch,
  searchLabel,
  filters,
  sort,
  exported,
  end,
  wide = false,
}: {
  views: readonly TabItem<View>[];
  view: View;
  onView: (view: View) => void;
  search: string;
  onSearch: (search: string) => void;
  searchLabel: string;
  filters: readonly FilterGroup[];
  sort: SortChoice;
  /** The list as it stands, for a spreadsheet; absent while it is empty. */
  exported?: (() => ExportRequest) | undefined;
  end?: ReactNode;
  /** Views and search side by side, where the queue has the whole screen. */
  wide?: boolean | undefined;
}) {
  const t = useT();
  const inForce = filters.filter(({ selected }) => selected.length > 0);
  return (
    <div className={wide ? 'queue-head wide' : 'queue-head'}>
      <Pills label={t('cases.savedViews')} items={views} selected={view} onSelect={onView} />
      <div className="queue-find">
        <SearchField label={searchLabel} value={search} onChange={onSearch} />
        <QueueFilters filters={filters} sort={sort} />
        {exported !== undefined && <ExportButton size="m" request={exported} />}
        {end}
      </div>
      {inForce.length > 0 && (
        <div className="queue-facets">
          {inForce.map((group) => (
            <FacetChip
              key={group.id}
              label={group.label}
              value={group.options
                .filter(({ value }) => group.selected.includes(value))
                .map(({ label }) => label)
                .join(t('cases.listComma'))}
              onClear={() => group.onChange([])}
            />
          ))}
        </div>
      )}
    </div>
  );
}

function QueueFilters({ filters, sort }: { filters: readonly FilterGroup[]; sort: SortChoice }) {
  const t = useT();
  const count = filters.reduce((sum, { selected }) => sum + selected.length, 0);
  return (
    <DialogTrigger>
      <AriaButton className="btn icon" aria-label={t('cases.filterAndSort')}>
        <Icon name="filter" />
        {count > 0 && <span className="queue-dot" aria-hidden />}
      </AriaButton>
      <Popover className="popover" placement="bottom end" offset={4}>
        <Dialog className="queue-filters" aria-label={t('cases.filterAndSort')}>
          {filters.map((group) => (
            <fieldset key={group.id}>
              <legend className="label">{group.label}</legend>
              {group.options.map(({ value, label }) => (
                <Checkbox
                  key={value}
                  isChecked={group.selected.includes(value)}
                  onChange={(isChecked) =>
                    group.onChange(
                      isChecked
                        ? [...group.selected, value]
                        : group.selected.filter((known) => known !== value),
                    )
                  }
                >
                  {label}
                </Checkbox>
              ))}
            </fieldset>
          ))}
          <Select
            label={t('cases.sortBy')}
            options={sort.options}
            value={sort.selected}
            onChange={sort.onChange}
          />
          <Button
            size="s"
            variant="quiet"
            isDisabled={count === 0}
            onPress={() => {
              for (const group of filters) group.onChange([]);
            }}
          >
            {t('cases.clearFilters')}
          </Button>
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
