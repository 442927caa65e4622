"""A nurse from São Paulo, with compound names, asked in Portuguese, Spanish, Italian, German and English."""

from __future__ import annotations

from companion.filling import JobFacts
from tests.unit.filling.unseen.applicants_abroad import CONCEICAO
from tests.unit.filling.unseen.asking import YES_NO as Y
from tests.unit.filling.unseen.asking import ask, assert_right, judge, leave

BRAZIL = JobFacts(title="Enfermeira", company="Rede Vitalis", location="São Paulo, Brasil")
ABROAD = JobFacts(title="Pflegefachkraft", company="Klinik Sonnenberg", location="Köln, Germany")
SIM = ("Sim", "Não")
JA = ("Ja", "Nein")

# fmt: off
IN_PORTUGUESE = [
    ask("Nome completo", "Maria da Conceição Araújo dos Santos Lima"),
    ask("Nome", "Maria da Conceição Araújo dos Santos Lima"),
    ask("Primeiro nome", "Maria da Conceição"),
    ask("Sobrenome", "Araújo dos Santos Lima"),
    leave("Nome social"),
    leave("Nome da mãe"),
    leave("Nome do pai"),
    leave("Nome de solteira"),
    ask("E-mail", "conceicao.lima@example.com.br", kind="email"),
    ask("Confirme seu e-mail", "conceicao.lima@example.com.br", kind="email"),
    ask("Celular", "+55 11 98765-4321", kind="tel"),
    ask("Celular com DDD", "(11) 98765-4321", "11987654321", "+55 11 98765-4321", kind="tel"),
    leave("Telefone para recado", kind="tel"),
    leave("DDD"),
    ask("CEP", "01304-001"),
    ask("Cidade", "São Paulo"),
    ask("Estado", "SP", options=("MG", "RJ", "SP")),
    ask("Estado (UF)", "São Paulo", options=("Minas Gerais", "Rio de Janeiro", "São Paulo")),
    leave("Bairro"),
    leave("Número", may_leave=False),
    ask("País", "Brasil", options=("Argentina", "Brasil", "Portugal")),
    ask("País de residência", "Brasil", options=("Brasil", "Portugal")),
    leave("Nacionalidade", options=("Brasileira", "Portuguesa")),
    leave("Naturalidade"),
    leave("CPF"),
    leave("RG"),
    leave("Data de nascimento", kind="date"),
    leave("Estado civil", options=("Solteiro(a)", "Casado(a)")),
    ask("Gênero", "Feminino", options=("Feminino", "Masculino", "Prefiro não informar")),
    ask("Sexo", "Feminino", options=("Feminino", "Masculino"), may_leave=True),
    leave("Raça/Cor", options=("Branca", "Preta", "Parda", "Amarela", "Indígena")),
    leave("Orientação sexual", options=("Heterossexual", "Homossexual", "Prefiro não informar")),
    ask("Possui alguma deficiência?", "Não", options=SIM),
    ask("Você é uma pessoa com deficiência (PcD)?", "Não", options=SIM, may_leave=True),
    leave("Se sim, qual o tipo de deficiência?"),
    leave("Possui laudo médico?", options=SIM),
    ask("Você possui CNH?", "Sim", options=SIM),
    ask("Possui carteira de motorista?", "Sim", options=SIM),
    leave("Qual a categoria da sua CNH?", options=("A", "B", "AB")),
    leave("Possui veículo próprio?", options=SIM),
    ask("Você já trabalhou nesta empresa?", "Não", options=SIM),
    ask("Já trabalhou na Rede Vitalis?", "Não", options=SIM),
    leave("Possui parentes que trabalham na empresa?", options=SIM),
    leave("Trabalha atualmente?", options=SIM),
    ask("Tem disponibilidade para viajar?", "Não", options=SIM),
    leave("Tem disponibilidade para trabalhar aos finais de semana?", options=SIM),
    leave("Tem disponibilidade para mudança de cidade?", options=SIM),
    ask("Qual seu nível de inglês?", "Intermediário", options=("Básico", "Intermediário", "Avançado", "Fluente")),
    leave("Qual seu nível de espanhol?", options=("Básico", "Intermediário", "Avançado")),
    ask("Possui registro ativo no COREN?", "Sim", options=SIM),
    leave("Número do COREN"),
    ask("Você tem mais de 18 anos?", "Sim", options=SIM),
    ask("Você é maior de 18 anos?", "Sim", options=SIM),
    leave("Você é menor de idade?", options=SIM),
    leave("Pretensão salarial"),
    leave("Qual é a sua pretensão salarial?", kind="number"),
    leave("Último salário"),
    ask("Empresa atual", "Hospital Santa Clara"),
    ask("Cargo atual", "Enfermeira"),
    leave("Cargo desejado"),
    ask("Instituição de ensino", "Universidade Federal de São Paulo"),
    ask("Escolaridade", "Ensino superior completo",
        options=("Ensino médio completo", "Ensino superior incompleto",
        "Ensino superior completo", "Pós-graduação"), may_leave=True),
    leave("Link do Instagram"),
    leave("LinkedIn"),
    ask("Como ficou sabendo da vaga?", "Indeed", options=("Indeed", "LinkedIn", "Indicação")),
    ask("Como você soube desta vaga?", "Indeed", options=("Catho", "Indeed", "InfoJobs")),
    leave("Quem te indicou?"),
    ask("Li e aceito a Política de Privacidade", "Yes", kind="checkbox"),
    leave("Autorizo o envio de comunicações de marketing", kind="checkbox"),
    leave("Declaro que as informações são verdadeiras", kind="checkbox"),
    leave("Não autorizo o compartilhamento dos meus dados", kind="checkbox"),
]
ELSEWHERE = [
    ask("Vorname", "Maria da Conceição"),
    ask("Nachname", "Araújo dos Santos Lima"),
    leave("Geburtsname"),
    ask("Besitzen Sie eine gültige Arbeitserlaubnis für Deutschland?", "Nein", options=JA),
    ask("Benötigen Sie ein Visum, um in Deutschland arbeiten zu dürfen?", "Ja", options=JA, may_leave=True),
    ask("Dürfen Sie ohne Visum in Deutschland arbeiten?", "Nein", options=JA, may_leave=True),
    leave("Sind Sie EU-Bürger?", options=JA),
    leave("Ist Ihr Abschluss in Deutschland anerkannt?", options=JA),
    leave("Welches Sprachniveau haben Sie in Deutsch?", options=("A1", "A2", "B1", "B2", "C1")),
    leave("Geschlecht der Kontaktperson", options=("weiblich", "männlich")),
    ask("Geschlecht", "weiblich", options=("männlich", "weiblich", "divers")),
    ask("Land", "Brasilien", options=("Argentinien", "Brasilien", "Deutschland")),
    ask("Postleitzahl", "01304-001"),
    leave("Führen Sie einen akademischen Titel?", options=JA),
    ask("Derzeitiger Arbeitgeber", "Hospital Santa Clara"),
    leave("Gehaltswunsch (brutto/Jahr)"),
    ask("Tiene permiso de trabajo en Portugal?", "Sí", options=("Sí", "No"), may_leave=True),
    ask("Nombre", "Maria da Conceição Araújo dos Santos Lima", "Maria da Conceição"),
    ask("Apellidos", "Araújo dos Santos Lima"),
    leave("Segundo apellido"),
    ask("¿Has trabajado antes con nosotros?", "No", options=("Sí", "No")),
    leave("¿Dispones de coche propio?", options=("Sí", "No")),
    ask("¿Tienes carnet de conducir?", "Sí", options=("Sí", "No")),
    leave("¿Estás dispuesta a cambiar de residencia?", options=("Sí", "No")),
    ask("Cognome", "Araújo dos Santos Lima"),
    ask("Hai la patente?", "Sì", options=("Sì", "No")),
    leave("Sei automunito?", options=("Sì", "No")),
    ask("Paese", "Brasile", options=("Argentina", "Brasile", "Italia")),
    ask("Highest degree", "Bachelor's Degree",
        options=("Associate Degree", "Bachelor's Degree", "Master's Degree")),
    ask("Do you have the right to work in Portugal?", "Yes", options=Y),
    leave("Do you have the right to work in Spain?", options=Y),
    leave("Registered Nurse licence number"),
    leave("Do you hold an active RN license?", options=Y),
    leave("How many years of ICU experience do you have?", kind="number"),
    ask("How many years of experience do you have?", "8", kind="number"),
    leave("Are you vaccinated against hepatitis B?", options=Y),
    ask("How did you hear about us?", "Indeed", options=("Google", "Indeed", "Indeed Flex", "LinkedIn")),
    ask("Notice period", "30 days", options=("Immediately", "2 weeks", "30 days", "60 days")),
]
# fmt: on


def test_in_portuguese() -> None:
    assert_right(judge(IN_PORTUGUESE, CONCEICAO, BRAZIL), 0.95)


def test_elsewhere() -> None:
    assert_right(judge(ELSEWHERE, CONCEICAO, ABROAD), 0.95)
