"""Plans of JMeter, made by hand."""

from xml.sax.saxutils import escape, quoteattr

from studio.importer.carried_over import CarryingOver
from studio.importer.hiding import Hiding
from studio.importer.imported import Imported
from studio.importer.jmx.expressions import Expressions
from studio.importer.jmx.jmx import read_jmx
from studio.importer.jmx.parts import Part, parts_in
from studio.importer.jmx.reading import Reading
from studio.importer.jmx.xml_reading import read_xml
from studio.importer.source import Source
from studio.importer.variables import Variables
from studio.progress import Progress


def props(**given: str) -> str:
    """Return properties; `__` in a name stands for its dot."""
    return "".join(
        f'<stringProp name="{name.replace("__", ".")}">{escape(value)}</stringProp>'
        for name, value in given.items()
    )


def element(kind: str, name: str, content: str = "", inner: str = "", *, is_on: bool = True) -> str:
    """Return an element and its `hashTree`."""
    enabled = "true" if is_on else "false"
    return (
        f'<{kind} testclass="{kind}" testname={quoteattr(name)} enabled="{enabled}">'
        f"{content}</{kind}><hashTree>{inner}</hashTree>"
    )


def arguments(
    kind: str = "HTTPArgument", around: str = "HTTPsampler.Arguments", **given: str
) -> str:
    """Return arguments, within the property around them, if there is one."""
    listed = "".join(
        f'<elementProp name="{name}" elementType="{kind}">'
        + props(Argument__name=name, Argument__value=value, HTTPArgument__always_encode="true")
        + "</elementProp>"
        for name, value in given.items()
    )
    inside = f'<collectionProp name="Arguments.arguments">{listed}</collectionProp>'
    return f'<elementProp name="{around}">{inside}</elementProp>' if around else inside


def raw(text: str) -> str:
    """Return a body that is one text."""
    listed = f'<elementProp name="">{props(Argument__value=text)}</elementProp>'
    inside = f'<collectionProp name="Arguments.arguments">{listed}</collectionProp>'
    return (
        '<boolProp name="HTTPSampler.postBodyRaw">true</boolProp>'
        f'<elementProp name="HTTPsampler.Arguments">{inside}</elementProp>'
    )


def sampler(
    path: str = "/", content: str = "", inner: str = "", *, method: str = "GET", is_on: bool = True
) -> str:
    """Return an HTTP sampler."""
    given = props(HTTPSampler__path=path, HTTPSampler__method=method)
    return element("HTTPSamplerProxy", f"Call {path}", given + content, inner, is_on=is_on)


DEFAULTS = element(
    "ConfigTestElement",
    "Defaults",
    props(HTTPSampler__domain="shop.test", HTTPSampler__protocol="https"),
)


def plan(*groups: str, before: str = DEFAULTS) -> str:
    """Return a plan with these thread groups."""
    inside = before + "".join(groups)
    return (
        '<?xml version="1.0" encoding="UTF-8"?><jmeterTestPlan version="1.2"><hashTree>'
        f"{element('TestPlan', 'Shop', inner=inside)}</hashTree></jmeterTestPlan>"
    )


def users(*inner: str, content: str = "", name: str = "Users") -> str:
    """Return a thread group."""
    return element("ThreadGroup", name, content, "".join(inner))


def read(text: str, *beside: Source) -> Imported:
    """Return what is in a plan."""
    return read_jmx(Source("plan.jmx", pasted=text.encode(), beside=beside), Progress())


def part_of(text: str) -> Part:
    """Return the first part in elements and their `hashTree`s."""
    return parts_in(read_xml(f"<hashTree>{text}</hashTree>", "x"))[0]


def reading() -> Reading:
    """Return what a plan is read with."""
    hiding, notes = Hiding(), CarryingOver()
    variables = Variables(hiding)
    return Reading(variables, hiding, notes, Expressions(variables, notes), Progress())
