"""The tables of an archive, as numbered steps that are only ever added to."""

from sqlalchemy import Connection, text

from ..errors import SchemaError

# Step n brings a database from schema n - 1 to n. A step that was released is never changed: what
# is there was made by it. {blob} and {rowless} are what the dialect calls them.
STEPS: tuple[tuple[str, ...], ...] = (
    (
        "create table meta (name text primary key, value text not null)",
        # `page` names the page that a capture shows, so that its states are found together.
        """create table capture (
            number integer primary key,
            id text not null unique,
            page text,
            url text,
            location text not null,
            key text,
            series text,
            media_type text not null,
            digest text not null,
            taken_at text,
            stated {blob} not null,
            content {blob} not null,
            markup {blob},
            failed text)""",
        "create index capture_page on capture (page)",
        "create table pending (capture integer primary key, fast integer not null)",
        # `anchor` is the id of the story of which this article is the earliest: so every id that a
        # story ever had can be found again.
        """create table article (
            number integer primary key,
            id text not null unique,
            anchor text not null unique,
            kind text not null,
            is_current integer not null,
            rank text not null,
            outlet text,
            host text,
            language text,
            headline text,
            published text,
            day integer not null,
            fingerprints integer not null,
            neighbourhood integer,
            unit integer,
            story integer,
            account text,
            relation text,
            own real,
            supplier text,
            record {blob} not null,
            quotations {blob} not null,
            figures {blob} not null,
            profile {blob})""",
        "create index article_neighbourhood on article (neighbourhood)",
        "create index article_unit on article (unit)",
        "create index article_story on article (story)",
        "create index article_outlet on article (outlet, day)",
        "create index article_day on article (day)",
        """create table posting (
            hash bigint not null, article integer not null, primary key (hash, article)){rowless}""",
        """create table link (
            low integer not null, high integer not null, weight real not null,
            primary key (low, high)){rowless}""",
        "create index link_high on link (high)",
        # A unit is what stories are grouped from: the pages of one neighbourhood that carry one text.
        """create table unit (
            number integer primary key,
            id text not null,
            home text not null,
            cluster integer,
            first_day integer not null,
            last_day integer not null,
            record {blob} not null,
            profile {blob} not null)""",
        "create index unit_cluster on unit (cluster)",
        """create table telling (
            term integer not null, day integer not null, unit integer not null,
            primary key (term, day, unit)){rowless}""",
        "create index telling_unit on telling (unit)",
        """create table kinship (
            low integer not null, high integer not null, odds real not null,
            primary key (low, high)){rowless}""",
        "create index kinship_high on kinship (high)",
        """create table story (
            number integer primary key,
            id text not null unique,
            home text not null,
            membership text not null,
            cluster integer not null,
            headline text,
            event_date text,
            first_day integer not null,
            last_day integer not null,
            updated text,
            pages integer not null,
            accounts integer not null,
            houses integer not null,
            outlets text not null,
            agencies text not null,
            disputed text,
            record {blob} not null,
            judgement {blob})""",
        "create index story_cluster on story (cluster)",
        "create index story_rank on story (houses, accounts, pages)",
        "create index story_last_day on story (last_day)",
        """create table story_day (
            day integer not null, story integer not null, pages integer not null,
            primary key (day, story)){rowless}""",
        "create index story_day_story on story_day (story)",
        # Every id that an account ever had, and an article that it held.
        "create table account_name (id text primary key, article integer not null)",
        """create table saying (
            person text not null, article integer not null, name text not null,
            quotations integer not null, primary key (person, article)){rowless}""",
        "create index saying_article on saying (article)",
        """create table fidelity (
            article integer primary key,
            taken integer not null, kept integer not null, altered integer not null)""",
        """create table correction (
            number integer primary key,
            kind text not null, articles text not null, target text,
            who text not null, made_at text not null, note text not null)""",
    ),
    (
        # The sampled runs of an article, packed: reading its text again takes eight times as long.
        "alter table article add column runs {blob}",
        # Where in the article the quotations begin that a person says. Until then a name was a
        # person; persons are those of judged stories now, so that all are to be judged again.
        "alter table saying add column begins text not null default '[]'",
        "delete from saying",
        "update story set judgement = null, disputed = null",
        "create index story_unjudged on story (houses, accounts, pages) where judgement is null",
    ),
    (
        # By which a unit is known that a new page of its neighbourhood has not changed.
        "alter table unit add column digest text",
        # Whose words the words of an article are: reading that again takes a third of a millisecond.
        "alter table article add column voices {blob}",
        # Where an article is filed: a place of its dateline, or a topic. Of a section no more is
        # counted again than what comes and goes.
        """create table section (
            section text not null, name text not null, day integer not null,
            article integer not null, primary key (section, name, day, article)){rowless}""",
        "create index section_article on section (article)",
        """create table section_name (
            section text not null, name text not null, shown text not null,
            pages integer not null, primary key (section, name)){rowless}""",
        "create index section_name_pages on section_name (section, pages)",
        # Places and topics stand in packed records: who next adds files some of those with each batch.
        "create table unfiled (article integer primary key)",
        "insert into unfiled (article) select number from article "
        "where is_current = 1 and kind = 'article'",
        # Everybody who is quoted, counted when a story is judged: adding it all up for each reader
        # took a second for 300,000 sayings.
        """create table person (
            person text primary key, name text not null, quotations integer not null,
            pages integer not null, stories integer not null){rowless}""",
        "insert into person (person, name, quotations, pages, stories) "
        "select p.person, min(p.name), sum(p.quotations), count(*), count(distinct a.story) "
        "from saying p join article a on a.number = p.article group by p.person",
        "create index person_stories on person (stories, quotations)",
        # What somebody said is listed by day: to look up 40,000 articles for it took a quarter second.
        "alter table saying add column day integer not null default 0",
        "update saying set day = (select a.day from article a where a.number = saying.article)",
        "create index saying_day on saying (person, day)",
        # Lists narrowed down by agency or by host read no other article; the table of outlets
        # reads its numbers out of an index, not out of records of some thousand bytes each.
        "create index article_supplier on article (supplier, day, story)",
        "create index article_host on article (host, day, story)",
        # All that a search can be narrowed down by, so that of 5,000 articles ranked none is read.
        "create index article_sought on article (number, is_current, kind, day, outlet, host, "
        "supplier, language, story, own, relation)",
        "create index article_print on article (outlet, is_current, kind, supplier, story, own)",
        # Of a language that few articles are in, these are found without a look at all others.
        "create index article_language on article (language, day)",
        # What tells stories apart holds names since; who next adds makes it anew of all articles.
        "create table stale (article integer primary key)",
        "insert into stale (article) select number from article where profile is not null",
    ),
)
NEWEST = len(STEPS)


def version_of(connection: Connection) -> int:
    """Return the schema of a database; 0 of one that holds no archive."""
    found = connection.execute(text("select value from meta where name = 'schema'")).scalar()
    return int(found or 0)


def migrate(connection: Connection, begin: int, location: str, words: dict[str, str]) -> None:
    """Take the steps from schema `begin` to the newest; `words` are the dialect's."""
    if begin > NEWEST:
        reason = f"has schema {begin}, made by a newer version; this one knows up to {NEWEST}"
        raise SchemaError(location, reason)
    for step in STEPS[begin:]:
        for statement in step:
            connection.execute(text(statement.format(**words)))
    if begin < NEWEST:
        connection.execute(text("delete from meta where name = 'schema'"))
        connection.execute(
            text("insert into meta (name, value) values ('schema', :value)"), {"value": str(NEWEST)}
        )
