"""A data set becomes a table where its file was chosen beside the plan."""

from studio.importer.carried_over import Outcome
from studio.importer.jmx.tables import table_of
from studio.importer.source import Source
from studio.journey.data_file import AtEnd, RowUse
from studio.journey.template import Variable
from tests.studio.importer.jmx.plans import element, part_of, props, reading

DATA_SET = element(
    "CSVDataSet",
    "Accounts",
    props(
        filename="data/Accounts 1.csv",
        variableNames="user, password",
        delimiter=";",
        ignoreFirstLine="true",
        recycle="false",
    ),
)


def test_a_table_gets_the_names_of_its_columns() -> None:
    it = reading()
    beside = Source("Accounts 1.csv", pasted=b"u;p\nada;1\nbob;\n\neve;3;4\n")
    table = table_of(part_of(DATA_SET), (beside,), set(), it)
    assert table is not None
    assert table.name == "accounts_1"
    assert table.content == b"user,password\nada,1\nbob,\neve,3\n"
    assert (table.rows, table.at_end) == (RowUse.NEXT, AtEnd.STOP_USER)
    assert it.expressions.text("${user}", "x") == (Variable("accounts_1.user"),)


def test_two_tables_have_two_names() -> None:
    it = reading()
    beside = Source("Accounts 1.csv", pasted=b"u;p\nada;1\n")
    table = table_of(part_of(DATA_SET), (beside,), {"accounts_1"}, it)
    assert table is not None
    assert table.name == "accounts_1_2"


def test_a_file_that_was_not_chosen_or_is_no_table_is_said() -> None:
    it = reading()
    assert table_of(part_of(DATA_SET), (), set(), it) is None
    beside = Source("accounts 1.CSV", pasted=b"\x00\xff")
    assert table_of(part_of(DATA_SET), (beside,), set(), it) is None
    assert len(it.notes.noted.of(Outcome.LEFT_OUT)) == 2
