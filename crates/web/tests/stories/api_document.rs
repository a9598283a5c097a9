//! The document of the JSON interface, and the page that explains it.

use std::collections::BTreeSet;

use primitives::Language;
use serde_json::Value;
use web::{Access, Words};

use crate::api::read;
use crate::support::App;

async fn document() -> Value {
    let app = App::start().await;
    let answer = app.browser("192.0.2.3").get("/api/v1/openapi.json").await;
    assert_eq!(answer.status, 200, "{answer:?}");
    read(&answer)
}

fn each_operation(document: &Value, mut see: impl FnMut(&str, &str, &Value)) {
    for (path, item) in document["paths"].as_object().unwrap() {
        for (method, operation) in item.as_object().unwrap() {
            see(path, method, operation);
        }
    }
}

fn references<'a>(value: &'a Value, found: &mut Vec<&'a str>) {
    match value {
        Value::Object(fields) => {
            for (name, value) in fields {
                match value {
                    Value::String(to) if name == "$ref" => found.push(to),
                    value => references(value, found),
                }
            }
        }
        Value::Array(items) => items.iter().for_each(|item| references(item, found)),
        _ => {}
    }
}

#[tokio::test]
async fn the_document_and_the_table_of_routes_agree() {
    let document = document().await;
    let mut documented = BTreeSet::new();
    each_operation(&document, |path, method, _| {
        documented.insert((method.to_uppercase(), path.to_owned()));
    });
    let routes = web::routes();
    let served = routes.table().iter().filter(|route| route.access == Access::Api);
    let served: BTreeSet<_> = served
        .filter(|route| !route.path.ends_with("openapi.json"))
        .map(|route| (route.method.to_string(), route.path.to_owned()))
        .collect();
    assert_eq!(documented, served);
    assert!(documented.len() >= 50, "only {} operations", documented.len());
}

#[tokio::test]
async fn every_reference_of_the_document_leads_somewhere() {
    let document = document().await;
    assert!(document["openapi"].as_str().unwrap().starts_with("3.1"), "{}", document["openapi"]);
    let mut found = Vec::new();
    references(&document, &mut found);
    assert!(found.len() > 100);
    let lost: BTreeSet<_> = found
        .into_iter()
        .filter(|to| to.strip_prefix('#').and_then(|to| document.pointer(to)).is_none())
        .collect();
    assert!(lost.is_empty(), "{lost:?}");
}

#[tokio::test]
async fn every_operation_says_its_scope_its_answers_and_what_it_refuses() {
    let document = document().await;
    let mut ids = BTreeSet::new();
    each_operation(&document, |path, method, operation| {
        let name = operation["operationId"]
            .as_str()
            .unwrap_or_else(|| panic!("{method} {path} has no name"));
        assert!(ids.insert(name.to_owned()), "{name} is there twice");
        let scope = operation["security"][0]["token"][0].as_str();
        let scope = scope.unwrap_or_else(|| panic!("{name} has no scope"));
        assert!(scope.parse::<platform::token::Scope>().is_ok(), "{name}: {scope}");
        let reads = method == "get";
        assert_eq!(scope.ends_with(":read"), reads, "{name}: {scope}");
        let text = |field: &str| operation[field].as_str().is_some_and(|text| !text.is_empty());
        assert!(text("summary") && text("description"), "{name}");
        let answers = operation["responses"].as_object().unwrap();
        assert!(answers.keys().any(|status| status.starts_with('2')), "{name}");
        for status in ["401", "403", "429", "500"] {
            assert!(answers.contains_key(status), "{name} does not say {status}");
        }
        assert_eq!(path.contains('{'), answers.contains_key("404"), "{name}");
        let parameters = operation["parameters"].as_array().cloned().unwrap_or_default();
        let keyed = parameters.iter().any(|one| one["name"] == "Idempotency-Key");
        assert_eq!(keyed, !reads, "{name}");
        for part in path.split('/').filter_map(|part| part.strip_prefix('{')?.strip_suffix('}')) {
            let said = parameters
                .iter()
                .any(|one| one["name"] == part && one["in"] == "path" && one["required"] == true);
            assert!(said, "{name} does not say {part}");
        }
        for language in Language::ALL {
            let key = format!("api-op-{}", name.replace('_', "-"));
            assert!(Words::new(language).has(&key), "{language}: {key} is missing");
        }
    });
    assert_eq!(document["components"]["securitySchemes"]["token"]["scheme"], "bearer");
}

#[tokio::test]
async fn bodies_have_examples_and_refuse_unknown_fields() {
    let document = document().await;
    for (name, schema) in document["components"]["schemas"].as_object().unwrap() {
        assert!(schema.is_object(), "{name}");
    }
    let mut bodies = 0;
    each_operation(&document, |_, _, operation| {
        let to = operation.pointer("/requestBody/content/application~1json/schema/$ref");
        let Some(to) = to.and_then(Value::as_str) else { return };
        bodies += 1;
        let schema = document.pointer(to.trim_start_matches('#')).unwrap();
        assert_eq!(schema["additionalProperties"], false, "{to}");
        let fields = schema["properties"].as_object().unwrap();
        assert!(
            fields
                .values()
                .any(|field| field.get("example").is_some() || field.to_string().contains("$ref")),
            "{to}"
        );
    });
    assert!(bodies >= 10);
}

#[tokio::test]
async fn the_page_of_the_interface_lists_every_address_in_both_languages() {
    let app = App::start().await;
    let louise = app.set_up().await;
    let page = louise.get("/api").await;
    assert_eq!(page.status, 200, "{page:?}");
    for route in web::routes().table().iter().filter(|route| route.access == Access::Api) {
        assert!(page.text.contains(route.path), "{}", route.path);
    }
    assert!(
        page.text.contains("/api/v1/openapi.json") && page.text.contains("id=\"problem-invalid\"")
    );
    let tokens = louise.get(&format!("/b/{}/settings/tokens", crate::support::LE_FOURNIL)).await;
    assert!(tokens.text.contains("href=\"/api\""), "the tokens lead to the page: {tokens:?}");
}
