import type { ReactNode } from 'react';
import {
  Tab,
  TabList,
  TabPanel,
  Tabs as AriaTabs,
  ToggleButton,
  ToggleButtonGroup,
} from 'react-aria-components';
import { useT } from '../lib/i18n/use-t.ts';
import { formatNumber } from '../lib/format/numbers.ts';
import { Icon, type IconName } from './Icon.tsx';
import './tabs.css';

export interface TabItem<Id extends string> {
  readonly id: Id;
  readonly label: ReactNode;
  readonly icon?: IconName | undefined;
  readonly count?: number | undefined;
}

/** `<Tabs label="…" tabs={tabs} selected={id} onSelect={setId}>{content of the selected tab}</Tabs>` */
export function Tabs<Id extends string>({
  label,
  tabs,
  selected,
  onSelect,
  end,
  children,
}: {
  label: string;
  tabs: readonly TabItem<Id>[];
  selected: Id;
  onSelect: (id: Id) => void;
  end?: ReactNode;
  children: ReactNode;
}) {
  return (
    <AriaTabs
      className="tabs"
      selectedKey={selected}
      onSelectionChange={(key) => {
        const tab = tabs.find((known) => known.id === key);
        if (tab !== undefined && tab.id !== selected) onSelect(tab.id);
      }}
    >
      <div className="tabs-head">
        <TabList aria-label={label} className="tab-list">
          {tabs.map((tab) => (
            <Tab key={tab.id} id={tab.id} className="tab">
              <TabWords tab={tab} />
            </Tab>
          ))}
        </TabList>
        {end}
      </div>
      <TabPanel id={selected} className="tab-panel">
        {children}
      </TabPanel>
    </AriaTabs>
  );
}

/** One of a few: `<Segmented label="…" items={…} selected={…} onSelect={…} />`, a grey strip. */
export function Segmented<Id extends string>(props: PickProps<Id>) {
  return <Pick {...props} className="seg" itemClass="seg-item" />;
}

/** Saved views of a queue with their counts: `<Pills label="…" items={views} selected={…} onSelect={…} />` */
export function Pills<Id extends string>(props: PickProps<Id>) {
  return <Pick {...props} className="pills" itemClass="pill" />;
}

interface PickProps<Id extends string> {
  label: string;
  items: readonly TabItem<Id>[];
  selected: Id;
  onSelect: (id: Id) => void;
}

function Pick<Id extends string>({
  label,
  items,
  selected,
  onSelect,
  className,
  itemClass,
}: PickProps<Id> & { className: string; itemClass: string }) {
  return (
    <ToggleButtonGroup
      aria-label={label}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[selected]}
      onSelectionChange={(keys) => {
        const item = items.find((known) => keys.has(known.id));
        if (item !== undefined) onSelect(item.id);
      }}
      className={className}
    >
      {items.map((item) => (
        <ToggleButton key={item.id} id={item.id} className={itemClass}>
          <TabWords tab={item} />
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}

function TabWords({ tab }: { tab: TabItem<string> }) {
  const { digits } = useT();
  return (
    <>
      {tab.icon !== undefined && <Icon name={tab.icon} />}
      <span>{tab.label}</span>
      {tab.count !== undefined && (
        <>
          {' '}
          <b>{formatNumber(tab.count, digits)}</b>
        </>
      )}
    </>
  );
}

/** A filter in force, with its way out: `<FacetChip label="التصنيف" value="ناقصة" onClear={…} />` */
export function FacetChip({
  label,
  value,
  onClear,
}: {
  label: string;
  value: ReactNode;
  onClear: () => void;
}) {
  const t = useT();
  return (
    <span className="pill facet">
      {label} <b>{value}</b>
      <button
        type="button"
        className="bare-button"
        aria-label={`${t('ui.clear')}: ${label}`}
        onClick={onClear}
      >
        <Icon name="x" size={14} />
      </button>
    </span>
  );
}
