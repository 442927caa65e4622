"""The sample board's postings: what there is to apply for, and what each form asks.

All companies and people are invented. Ids never change: tests and the demo name postings by them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.demo.posting import BoardName, Posting, Question
from companion.demo.series import SERIES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = ["POSTINGS", "BoardName", "Posting", "Question", "find", "of_board", "posting"]

RIGHT_TO_WORK = "Are you legally authorized to work in the country in which this job is located?"
SPONSORSHIP = "Will you now or in the future require sponsorship for employment visa status?"
HEARD = "How did you hear about this job?"
HEARD_OPTIONS = ("Company website", "LinkedIn", "Job board", "Referral", "Event", "Other")

POSTINGS: tuple[Posting, ...] = (
    Posting(
        id="gh-backend",
        board="greenhouse",
        variant="new",
        company="haldenenergy",
        company_name="Halden Energy",
        board_job_id="5025215008",
        title="Backend Engineer, Grid Services",
        location="Berlin, Germany",
        department="Engineering",
        intro="Halden Energy balances a million home batteries so that the grid need not burn gas at six "
        "in the evening. The grid services team runs the control loop behind it.",
        tasks=(
            "Own services that take measurements every second and answer within fifty milliseconds",
            "Model contracts with grid operators in five countries",
            "Share the on-call rota, one week in seven",
        ),
        profile=(
            "Three years or more with a typed language in production",
            "Comfort with PostgreSQL and message queues",
            "Clear writing: we decide in documents",
        ),
        questions=(
            Question("7310001", RIGHT_TO_WORK, "yes_no"),
            Question("7310002", SPONSORSHIP, "yes_no"),
            Question("7310003", HEARD, "select", options=HEARD_OPTIONS, required=False),
            Question("7310004", "LinkedIn Profile", required=False),
            Question("7310005", "What interests you about grid services?", "textarea", required=False),
            Question(
                "7310006",
                "Which of these have you used in production?",
                "multi",
                required=False,
                options=("Go", "Python", "Rust", "Kotlin", "PostgreSQL", "Kafka"),
            ),
        ),
        traits=frozenset({"cover_letter", "location", "preferred_name"}),
    ),
    Posting(
        id="gh-data",
        board="greenhouse",
        variant="new",
        company="haldenenergy",
        company_name="Halden Energy",
        board_job_id="5025391008",
        title="Data Analyst",
        location="Remote, Europe",
        department="Forecasting",
        intro="Tomorrow's price is weather, habits and a little luck. You take care of the first two.",
        tasks=(
            "Answer questions of traders with numbers they can trust",
            "Keep the forecast's error in sight of everyone",
        ),
        profile=("SQL as a second language", "Statistics that survive a discussion"),
        questions=(
            Question("7311001", "Are you at least 18 years old?", "yes_no"),
            Question("7311002", "What is your notice period?", required=False),
        ),
        outro="Thank you for applying at Halden Energy! We read every application and answer within a week.",
        traits=frozenset({"in_place", "eeo"}),
    ),
    Posting(
        id="gh-embedded",
        board="greenhouse",
        variant="new",
        company="examplefoods",
        company_name="Example Foods",
        board_job_id="4410077003",
        title="Product Designer",
        location="Copenhagen, Denmark",
        department="Design",
        intro="Twelve thousand canteens use our kitchen planner. It could be a joy; now it is a table.",
        tasks=("Watch cooks work, then draw", "Design and test with the engineers who build it"),
        profile=("A portfolio that shows the way, not only the end", "Danish is a plus"),
        questions=(
            Question("6620001", "Link to your portfolio"),
            Question("6620002", SPONSORSHIP, "yes_no"),
        ),
        traits=frozenset({"embedded", "cover_letter"}),
    ),
    Posting(
        id="gh-old-platform",
        board="greenhouse",
        variant="old",
        company="marlowerobotics",
        company_name="Marlowe Robotics",
        board_job_id="4102233",
        title="Platform Engineer",
        location="Boston, MA",
        department="Infrastructure",
        intro="Marlowe's arms pack groceries at night. Your platform builds and ships their software.",
        tasks=("Keep the build under five minutes", "Run simulation fleets on spot machines"),
        profile=("Linux, containers, networks", "You have removed more YAML than you wrote"),
        questions=(
            Question("31001", "LinkedIn Profile", required=False),
            Question("31002", RIGHT_TO_WORK, "yes_no"),
            Question(
                "31003", "Years of experience with Linux", "select", options=("0-1", "2-4", "5-9", "10+")
            ),
            Question("31004", "Why Marlowe?", "textarea", required=False),
        ),
        traits=frozenset({"eeo"}),
    ),
    Posting(
        id="gh-old-mechanical",
        board="greenhouse",
        variant="old",
        company="marlowerobotics",
        company_name="Marlowe Robotics",
        board_job_id="4102877",
        title="Mechanical Engineer, End Effectors",
        location="Boston, MA",
        department="Hardware",
        intro="A gripper has to hold an egg and a bag of flour. Yours will.",
        tasks=("Design, print, break, repeat", "Take designs to a supplier"),
        profile=("CAD every day for some years", "A feeling for tolerances"),
        questions=(Question("31101", "Have you worked for us before?", "yes_no"),),
    ),
    Posting(
        id="gh-closed",
        board="greenhouse",
        variant="new",
        company="haldenenergy",
        company_name="Halden Energy",
        board_job_id="4990010008",
        title="Office Manager",
        location="Berlin, Germany",
        department="Operations",
        intro="This posting has been filled.",
        tasks=(),
        profile=(),
        traits=frozenset({"closed"}),
    ),
    Posting(
        id="lever-frontend",
        board="lever",
        company="tidewaterhealth",
        company_name="Tidewater Health",
        board_job_id="3f6c1f52-8d1e-4a55-9a7a-5f0d2b6c7e01",
        title="Frontend Engineer",
        location="Amsterdam, Netherlands",
        department="Patient App",
        intro="Patients open our app on the worst day of their year. It has to be calm, quick and right.",
        tasks=("Build the booking flow with designers and nurses", "Make every screen work without a mouse"),
        profile=("JavaScript and the browser in depth", "Accessibility as a habit"),
        questions=(
            Question("field0", RIGHT_TO_WORK, "radio", options=("Yes", "No")),
            Question("field1", HEARD, "select", options=HEARD_OPTIONS),
            Question("field2", "Tell us about an interface you are proud of", "textarea", required=False),
            Question(
                "field3",
                "Languages you speak",
                "multi",
                required=False,
                options=("English", "Dutch", "German"),
            ),
            Question("field4", "What are your salary expectations?", required=False),
        ),
        traits=frozenset({"location", "consent"}),
    ),
    Posting(
        id="lever-nurse",
        board="lever",
        company="tidewaterhealth",
        company_name="Tidewater Health",
        board_job_id="91d0a3c4-6f5b-4a0c-8a53-1f9b7d1c2e02",
        title="Clinical Safety Lead",
        location="Utrecht, Netherlands",
        department="Quality",
        intro="You say no when it matters, and explain it so well that people thank you.",
        tasks=("Own the hazard log", "Review each release with its engineers"),
        profile=("Clinical background", "Experience with medical device rules"),
        questions=(
            Question("field0", "Do you hold a nursing or medical licence?", "radio", options=("Yes", "No")),
        ),
        outro="What happens next? Your application has been submitted to a person, not a machine: "
        "thank you for applying.",
        traits=frozenset({"eeo"}),
    ),
    Posting(
        id="lever-devops",
        board="lever",
        company="orrinlogistics",
        company_name="Orrin Logistics",
        board_job_id="c0b7e2aa-1b74-4a5e-b6f5-7d3e9b8a4f03",
        title="Site Reliability Engineer",
        location="Hamburg, Germany",
        department="Technology",
        intro="Eleven thousand containers a day, each with a place to be.",
        tasks=("Set objectives with the product teams and hold them", "Automate what woke you"),
        profile=("Kubernetes, but also what lies beneath", "Calm in incidents"),
    ),
    Posting(
        id="ashby-fullstack",
        board="ashby",
        company="quillstone",
        company_name="Quillstone",
        board_job_id="7b1e4d90-2c3f-4f6a-9e21-0a8c5d6e7f04",
        title="Full Stack Engineer",
        location="London, United Kingdom",
        department="Product Engineering",
        intro="Quillstone is where small publishers run their business: rights, royalties, print runs.",
        tasks=("Ship features from database to button", "Talk with publishers every week"),
        profile=("TypeScript and SQL", "Good judgement of what to leave out"),
        questions=(
            Question("0c2d6c9e-5a3b-4a1d-8f10-6e1f00000001", RIGHT_TO_WORK, "yes_no"),
            Question("0c2d6c9e-5a3b-4a1d-8f10-6e1f00000002", SPONSORSHIP, "yes_no"),
            Question("0c2d6c9e-5a3b-4a1d-8f10-6e1f00000003", "LinkedIn profile", required=False),
            Question(
                "0c2d6c9e-5a3b-4a1d-8f10-6e1f00000004", HEARD, "radio", required=False, options=HEARD_OPTIONS
            ),
            Question("0c2d6c9e-5a3b-4a1d-8f10-6e1f00000005", "Years of experience", "number", required=False),
            Question("0c2d6c9e-5a3b-4a1d-8f10-6e1f00000006", "Why Quillstone?", "textarea", required=False),
        ),
        traits=frozenset({"location", "autofill"}),
    ),
    Posting(
        id="ashby-support",
        board="ashby",
        company="quillstone",
        company_name="Quillstone",
        board_job_id="e94a2f13-77b0-4b52-8c0d-3d2f1a9b8c05",
        title="Customer Support Specialist",
        location="Remote, United Kingdom",
        department="Customers",
        intro="Publishers write to us in full sentences. So do we.",
        tasks=("Answer, then fix the page that made the question necessary",),
        profile=("Patience", "Very good written English"),
        questions=(
            Question(
                "1d3e7daf-6b4c-4b2e-9021-7f2000000001",
                "Which hours can you work?",
                "multi",
                required=False,
                options=("Mornings", "Afternoons", "Weekends"),
            ),
        ),
        outro="We would like to thank you for applying, whatever comes of it.",
    ),
    Posting(
        id="ashby-founding",
        board="ashby",
        company="Bright Harbour",
        company_name="Bright Harbour",
        board_job_id="5d80c6be-0f3a-4d97-a1c4-92b7e6f5a406",
        title="Founding Engineer",
        location="Lisbon, Portugal",
        department="Engineering",
        intro="Three people, one harbour, a lot of sensors.",
        tasks=("Everything",),
        profile=("You finish things",),
    ),
    Posting(
        id="careers-kitchen",
        board="careers",
        company="examplefoods",
        company_name="Example Foods",
        board_job_id="kitchen-software-developer",
        title="Kitchen Software Developer",
        location="Copenhagen, Denmark",
        department="Technology",
        intro="Write the software that decides how much soup is cooked in Denmark.",
        tasks=("Turn recipes into orders", "Keep the planner honest about waste"),
        profile=("Python or Go", "An appetite"),
        questions=(
            Question("work_permit", RIGHT_TO_WORK, "radio", options=("Yes", "No")),
            Question("experience", "Years of experience", "select", options=("0-1", "2-3", "4-6", "7+")),
            Question("start", "Earliest start date", "date", required=False),
            Question("motivation", "Why do you want to work with us?", "textarea", required=False),
        ),
    ),
    Posting(
        id="careers-planner",
        board="careers",
        company="examplefoods",
        company_name="Example Foods",
        board_job_id="delivery-planner",
        title="Delivery Planner",
        location="Malmö, Sweden",
        department="Logistics",
        intro="Four hundred stops before ten in the morning, and bread does not wait.",
        tasks=("Plan the next day's routes", "Be the voice that drivers trust"),
        profile=("A head for maps",),
        questions=(Question("licence", "Do you hold a driving licence?", "radio", options=("Yes", "No")),),
        outro="Thank you for applying! This sentence stands in the posting and proves nothing.",
    ),
    Posting(
        id="vue-optics",
        board="careers",
        variant="vue",
        company="larkspur",
        company_name="Larkspur Optics",
        board_job_id="optical-engineer",
        title="Optical Engineer",
        location="Berlin, Germany",
        department="Lenses",
        intro="A telescope is two pieces of glass and the patience between them.",
        tasks=("Design objectives for people who look up",),
        profile=("A steady hand", "Ray tracing, on paper too"),
    ),
    Posting(
        id="angular-rail",
        board="careers",
        variant="angular",
        company="sablerail",
        company_name="Sable Rail",
        board_job_id="timetable-analyst",
        title="Timetable Analyst",
        location="Hamburg, Germany",
        department="Planning",
        intro="Eight minutes to change trains is a promise. You find where we break it.",
        tasks=("Find the connection that always fails, and mend it",),
        profile=("Statistics", "A fondness for station clocks"),
    ),
    Posting(
        id="workable-designer",
        board="workable",
        company="lanternworks",
        company_name="Lantern Works",
        board_job_id="9F3A7C21B0",
        title="Brand Designer",
        location="Athens, Greece",
        department="Marketing",
        intro="We make lamps that outlive their owners, and words and pictures that are worthy of them.",
        tasks=("Keep the brand's voice in five languages",),
        profile=("A portfolio",),
        questions=(
            Question("portfolio", "Link to your portfolio", required=False),
            Question("remote", "Are you willing to relocate to Athens?", "yes_no"),
            Question("heard", HEARD, "select", options=HEARD_OPTIONS, required=False),
        ),
    ),
    Posting(
        id="workable-analyst",
        board="workable",
        company="lanternworks",
        company_name="Lantern Works",
        board_job_id="1C7D55E9A4",
        title="Supply Chain Analyst",
        location="Athens, Greece",
        department="Operations",
        intro="Brass from Spain, glass from Bohemia, and you in between.",
        tasks=("Forecast what is needed where",),
        profile=("Spreadsheets beyond reproach",),
        traits=frozenset({"eeo"}),
    ),
    Posting(
        id="smartrecruiters-buyer",
        board="smartrecruiters",
        company="Fjordmart",
        company_name="Fjordmart",
        board_job_id="743999912345678",
        title="Category Buyer",
        location="Bergen, Norway",
        department="Purchasing",
        intro="Fish, bread and batteries: what a shop on an island needs.",
        tasks=("Negotiate with suppliers",),
        profile=("A sense for numbers and people",),
        questions=(
            Question("q-permit", RIGHT_TO_WORK, "yes_no"),
            Question("q-heard", HEARD, "select", options=HEARD_OPTIONS, required=False),
            Question("q-why", "Why Fjordmart?", "textarea", required=False),
        ),
    ),
    Posting(
        id="linkedin-pm",
        board="linkedin",
        company="alderbank",
        company_name="Alder Bank",
        board_job_id="4012345678",
        title="Product Manager, Payments",
        location="Dublin, Ireland",
        department="Payments",
        intro="A card payment is forty messages. You know which of them the customer feels.",
        tasks=("Decide what is built next, and say why",),
        profile=("Experience with payments",),
        questions=(
            Question("7001001", "How many years of product experience do you have?", "number"),
            Question("7001002", RIGHT_TO_WORK, "yes_no"),
            Question("7001003", HEARD, "select", options=HEARD_OPTIONS, required=False),
        ),
    ),
    Posting(
        id="linkedin-analyst",
        board="linkedin",
        variant="shadow",
        company="alderbank",
        company_name="Alder Bank",
        board_job_id="4012345701",
        title="Fraud Analyst",
        location="Dublin, Ireland",
        department="Payments",
        intro="Most strange payments are holidays. You find those that are not.",
        tasks=("Read the patterns, and the exceptions",),
        profile=("Patience with data",),
        questions=(Question("7002001", RIGHT_TO_WORK, "yes_no"),),
    ),
    Posting(
        id="linkedin-writer",
        board="linkedin",
        variant="sdui",
        company="alderbank",
        company_name="Alder Bank",
        board_job_id="4012345702",
        title="Technical Writer",
        location="Dublin, Ireland",
        department="Payments",
        intro="Our interfaces are used by people who read. You write what they read.",
        tasks=("Write so that nobody has to ask",),
        profile=("Two languages, one of them spoken by machines",),
        questions=(Question("7003001", HEARD, "select", options=HEARD_OPTIONS, required=False),),
    ),
    Posting(
        id="workday-engineer",
        board="workday",
        variant="new",
        company="corvidair",
        company_name="Corvid Air",
        board_job_id="R-20417",
        title="Reliability Engineer",
        location="Gothenburg, Sweden",
        department="Fleet",
        intro="Sixty aircraft, one of which is always about to need something.",
        tasks=("Read what the engines say", "Plan the night's work"),
        profile=("Engineering degree or the equivalent in hangars",),
        questions=(
            Question("q1permit", RIGHT_TO_WORK, "yes_no"),
            Question("q2why", "Why Corvid Air?", "textarea", required=False),
        ),
    ),
    Posting(
        id="workday-crew",
        board="workday",
        variant="old",
        company="corvidair",
        company_name="Corvid Air",
        board_job_id="R-20655",
        title="Crew Planner",
        location="Gothenburg, Sweden",
        department="Operations",
        intro="Two hundred people, all of whom would like the same Sunday off.",
        tasks=("Publish the roster", "Mend it at five in the morning"),
        profile=("Calm",),
    ),
    Posting(
        id="indeed-electrician",
        board="indeed",
        company="voltandsons",
        company_name="Volt & Sons",
        board_job_id="8f2b6a9d04c3e175",
        title="Electrician",
        location="Cork, Ireland",
        department="Field",
        intro="Old houses, new wires.",
        tasks=("Install and test",),
        profile=("A trade certificate", "A driving licence"),
        questions=(
            Question("years", "How many years of experience do you have?", "number"),
            Question("licence", "Do you hold a driving licence?", "yes_no"),
            Question("heard", HEARD, "select", options=HEARD_OPTIONS, required=False),
        ),
    ),
    Posting(
        id="teamtailor-teacher",
        board="teamtailor",
        company="norrskola",
        company_name="Norr Skola",
        board_job_id="4711023",
        title="Mathematics Teacher",
        location="Umeå, Sweden",
        department="Upper School",
        intro="Proofs, patience and a view of the river.",
        tasks=("Teach classes 7 to 9",),
        profile=("A teaching certificate",),
        questions=(Question("0", "What was your best lesson?", "textarea", required=False),),
    ),
    Posting(
        id="personio-accountant",
        board="personio",
        company="feldmann",
        company_name="Feldmann Maschinenbau",
        board_job_id="1203344",
        title="Accountant",
        location="Stuttgart, Germany",
        department="Finance",
        intro="Machines that fold cartons, and books that balance.",
        tasks=("Monthly closing",),
        profile=("Commercial training", "German, fluently"),
        questions=(
            Question(
                "880012", "How well do you speak German?", "select", options=("Native", "Fluent", "Basic")
            ),
        ),
    ),
    Posting(
        id="recruitee-chef",
        board="recruitee",
        company="greentable",
        company_name="Green Table",
        board_job_id="990021",
        title="Head of Kitchen",
        location="Rotterdam, Netherlands",
        department="Kitchen",
        intro="Vegetables first.",
        tasks=("Lead a team of six",),
        profile=("Years at a busy stove",),
        questions=(Question("0", "Can you work at weekends?", "yes_no"),),
    ),
    Posting(
        id="breezy-support",
        board="breezy",
        company="pinepost",
        company_name="Pinepost",
        board_job_id="a1b2c3d4e5f6",
        title="Support Engineer",
        location="Portland, OR",
        department="Support",
        intro="Mail software for people who still like mail.",
        tasks=("Answer and fix",),
        profile=("You read the headers",),
        questions=(Question("0", RIGHT_TO_WORK, "yes_no"),),
    ),
)

_BY_ID = {posting.id: posting for posting in (*POSTINGS, *SERIES)}
_BY_ADDRESS = {(posting.board, posting.company, posting.board_job_id): posting for posting in SERIES}


def add(postings: Iterable[Posting]) -> None:
    """Offer further postings in this process, beside the catalogue and the series."""
    for each in postings:
        _BY_ID[each.id] = each
        _BY_ADDRESS[each.board, each.company, each.board_job_id] = each


def is_known(posting_id: str) -> bool:
    """Say whether there is such a posting, in the catalogue or in the series."""
    return posting_id in _BY_ID


def posting(posting_id: str) -> Posting:
    """Return the posting with this id; KeyError if there is none."""
    return _BY_ID[posting_id]


def find(board: BoardName, company: str | None, board_job_id: str) -> Posting | None:
    """Return a board's posting by the id in its address; `company` None means any."""
    for candidate in of_board(board, company):
        if candidate.board_job_id == board_job_id:
            return candidate
    return _BY_ADDRESS.get((board, company, board_job_id)) if company is not None else None


def of_board(board: BoardName, company: str | None = None) -> Iterator[Posting]:
    """Yield the postings of a board, of one company where that is given."""
    for candidate in POSTINGS:
        if candidate.board == board and company in (None, candidate.company):
            yield candidate
